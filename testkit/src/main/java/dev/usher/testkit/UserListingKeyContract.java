package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.User;
import dev.usher.spi.UserPage.Order;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link UserListingContract} on what is no key. */
interface UserListingKeyContract<U extends User<ID>, ID> extends UserListingSubject<U, ID> {

    @Test
    default void list_refusesAKeyThatIsNone() {
        stored();
        for (Order order : Order.values()) {
            Hostile.variantsOf(key(order)).stream()
                    .filter(Hostile::isNoIdAtAll)
                    .forEach(text -> assertRefused(order, text));
        }
    }

    @Test
    default void list_refusesAKeyOfTheOtherOrder() {
        stored();
        assertRefused(Order.ID, key(Order.EMAIL));
        assertRefused(Order.EMAIL, key(Order.ID));
    }

    private void stored() {
        new Walk<>(this).stored("arthur@camelot.bt", "merlin@camelot.bt");
    }

    private String key(Order order) {
        return Objects.requireNonNull(new Walk<>(this).page(order, null, 1).next(), "there is a second page");
    }

    private void assertRefused(Order order, String after) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Walk<>(this).page(order, after, 1));
    }
}
