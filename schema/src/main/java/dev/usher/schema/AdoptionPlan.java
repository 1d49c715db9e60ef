package dev.usher.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between a database made by FastAPI Users and Usher.
 *
 * @param emailCollisions users whose addresses are one and the same to Usher; adoption is refused while there are any
 * @param accountCollisions provider's accounts that are linked more than once; adoption is refused while there are any
 * @param strangeIds ids that Usher would not find, e.g. UUIDs without dashes; adoption is refused while there are any
 * @param refusedEmails ids of users whose address Usher does not accept; it is kept as it is, and she cannot log in by
 *     it until it is changed
 * @param emailsToChange how many addresses get another form
 * @param differences what is missing in the tables
 */
public record AdoptionPlan(
        List<Collision> emailCollisions,
        List<Collision> accountCollisions,
        List<String> strangeIds,
        List<String> refusedEmails,
        long emailsToChange,
        List<Difference> differences) {

    public AdoptionPlan {
        emailCollisions = List.copyOf(emailCollisions);
        accountCollisions = List.copyOf(accountCollisions);
        strangeIds = List.copyOf(strangeIds);
        refusedEmails = List.copyOf(refusedEmails);
        differences = List.copyOf(differences);
    }

    /**
     * Users who are one too many.
     *
     * @param what the canonical address, or the provider and its account
     * @param ids of the users
     */
    public record Collision(String what, List<String> ids) {

        public Collision {
            ids = List.copyOf(ids);
        }

        @Override
        public String toString() {
            return what + ": " + String.join(", ", ids);
        }
    }

    /** Whether somebody has to decide something first. */
    public boolean isRefused() {
        return !emailCollisions.isEmpty() || !accountCollisions.isEmpty() || !strangeIds.isEmpty();
    }

    /** Whether there is nothing left to do. */
    public boolean isAdopted() {
        return !isRefused() && emailsToChange == 0 && differences.isEmpty();
    }

    /** A report for a person, line by line. */
    @Override
    public String toString() {
        List<String> lines = Stream.of(
                        section("Users with one address; merge or rename all but one of each:", emailCollisions),
                        section("Accounts that are linked more than once; keep one link of each:", accountCollisions),
                        section("Ids that are not in canonical form:", strangeIds),
                        section("Addresses that Usher does not accept, kept as they are, of the users:", refusedEmails),
                        Stream.of("Addresses to be put into canonical form: " + emailsToChange),
                        section(
                                "Changes to the tables:",
                                differences.stream()
                                        .map(Difference::description)
                                        .toList()))
                .flatMap(each -> each)
                .toList();
        return String.join("\n", lines);
    }

    private static Stream<String> section(String title, List<?> entries) {
        return entries.isEmpty()
                ? Stream.of()
                : Stream.concat(Stream.of(title), entries.stream().map(each -> "  " + each));
    }
}
