package dev.usher.schema;

/** Somebody has to decide something before a database can be adopted; nothing was changed. The message is the report. */
public final class AdoptionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AdoptionPlan plan;

    AdoptionRefusedException(AdoptionPlan plan) {
        super(plan.toString());
        this.plan = plan;
    }

    /** What stands in the way. */
    public AdoptionPlan plan() {
        return plan;
    }
}
