package dev.usher.roundtable;

import dev.usher.Actor;
import dev.usher.AdminEdit;
import dev.usher.ErrorCode;
import dev.usher.ProfileEdit;
import dev.usher.UserManager;
import dev.usher.UsersException;
import dev.usher.testkit.Knight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The manager. One name takes it to a database that is not there, one password it refuses, and something may happen just before an edit. */
@ApplicationScoped
public class Knights extends UserManager<Knight, UUID> {

    public static final String NAME_OF_AN_OUTAGE = "lancelot.of.the.lake";

    /** A password that is refused in the application's words, which look like Usher's. */
    public static final String NO_PASSWORD = "the name of the rose";

    public static final String WORDS_OF_ITS_OWN = "{dev.usher.email} is nothing for {number} knights";

    private final AtomicReference<@Nullable Runnable> beforeTheNextEdit = new AtomicReference<>();

    private final AtomicBoolean spoilt = new AtomicBoolean();

    /** What happens once the next edit's author is known, before it is looked at. */
    public void beforeTheNextEdit(Runnable event) {
        beforeTheNextEdit.set(event);
    }

    @Override
    public Optional<Knight> update(UUID id, ProfileEdit<Knight> edit, Predicate<? super Knight> ifSo) {
        letItHappen();
        return super.update(id, edit, ifSo);
    }

    @Override
    public Optional<Knight> update(
            Actor<Knight, UUID> actor, UUID id, AdminEdit<Knight> edit, Predicate<? super Knight> ifSo) {
        letItHappen();
        return super.update(actor, id, edit, ifSo);
    }

    @Override
    public boolean delete(Actor<Knight, UUID> actor, UUID id, Predicate<? super Knight> ifSo) {
        letItHappen();
        return super.delete(actor, id, ifSo);
    }

    /** Lets no token be made until the next one is asked for. */
    public void spoilTheNextToken() {
        spoilt.set(true);
    }

    @Override
    public Map<String, Object> tokenClaims(Knight knight) {
        if (spoilt.getAndSet(false)) {
            throw new IllegalStateException("the seal is broken");
        }
        return super.tokenClaims(knight);
    }

    @Override
    protected Optional<String> validatePassword(String password, Knight knight) {
        return password.equals(NO_PASSWORD) ? Optional.of(WORDS_OF_ITS_OWN) : super.validatePassword(password, knight);
    }

    private void letItHappen() {
        Runnable event = beforeTheNextEdit.getAndSet(null);
        if (event != null) {
            event.run();
        }
    }

    @Override
    protected Optional<Knight> findByLogin(String login) {
        if (login.equals(NAME_OF_AN_OUTAGE)) {
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, new IOException("the causeway is under water"));
        }
        return super.findByLogin(login);
    }
}
