package dev.usher.testkit;

import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Request;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Listings that filter or count wrongly. */
final class UserListingFilterFaults {

    private static final int MAX_EMAIL_LENGTH = 320;

    private UserListingFilterFaults() {}

    /** Asks for another prefix than it was given. */
    abstract static class PrefixChangingListing extends BrokenListing {

        abstract String changed(String prefix);

        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            return super.list(withPrefix(filter, changedOf(filter)), request);
        }

        private @Nullable String changedOf(UserFilter filter) {
            String prefix = filter.emailPrefix();
            return prefix == null ? null : changed(prefix);
        }
    }

    /** Filters a page that is cut already. */
    abstract static class LateFilteringListing extends BrokenListing {

        abstract Predicate<String> condition(String prefix);

        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            UserPage<Knight> page = super.list(withPrefix(filter, null), request);
            String prefix = filter.emailPrefix();
            Predicate<String> condition = prefix == null ? email -> true : condition(prefix);
            return new UserPage<>(
                    page.users().stream()
                            .filter(user -> condition.test(user.email().value()))
                            .toList(),
                    page.next());
        }
    }

    /** Forgets one flag. */
    @Fault({"list_givesThoseWhoPassEveryCombinationOfFilters", "list_filtersBeforeItCutsIntoPages"})
    static class ForgetfulListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            return super.list(new UserFilter(filter.active(), filter.superuser(), null, filter.emailPrefix()), request);
        }
    }

    /** Takes a flag that must not be set for one that does not matter. */
    @Fault("list_givesThoseWhoPassEveryCombinationOfFilters")
    static class TrueOnlyListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            Boolean superuser = Boolean.TRUE.equals(filter.superuser()) ? true : null;
            return super.list(
                    new UserFilter(filter.active(), superuser, filter.verified(), filter.emailPrefix()), request);
        }
    }

    /** Filters each page after it was cut. */
    @Fault("list_filtersBeforeItCutsIntoPages")
    static class CuttingListing extends LateFilteringListing {
        @Override
        Predicate<String> condition(String prefix) {
            return email -> email.startsWith(prefix);
        }
    }

    /** Hands the prefix to LIKE as it is. */
    @Fault({"list_filtersBeforeItCutsIntoPages", "list_takesEveryCharacterOfAPrefixForItself"})
    static class LikeListing extends LateFilteringListing {
        @Override
        Predicate<String> condition(String prefix) {
            return matching(prefix, "%", "_");
        }
    }

    /** Hands the prefix to GLOB as it is. */
    @Fault({"list_filtersBeforeItCutsIntoPages", "list_takesEveryCharacterOfAPrefixForItself"})
    static class GlobListing extends LateFilteringListing {
        @Override
        Predicate<String> condition(String prefix) {
            return matching(prefix, "*", "?");
        }
    }

    /** Asks for addresses from the prefix to the prefix with U+FFFF, in bytes of UTF-8. */
    @Fault({
        "list_filtersBeforeItCutsIntoPages",
        "list_takesEveryCharacterOfAPrefixForItself",
        "list_findsEverybodyByAnEmptyPrefix",
    })
    static class RangeListing extends LateFilteringListing {
        @Override
        Predicate<String> condition(String prefix) {
            return email -> Utf8.ORDER.compare(email, prefix) >= 0 && Utf8.ORDER.compare(email, prefix + "\uffff") < 0;
        }
    }

    /** Canonicalises the prefix as if it were an address. */
    @Fault("list_comparesAPrefixExactly")
    static class LowerCaseListing extends PrefixChangingListing {
        @Override
        String changed(String prefix) {
            return prefix.toLowerCase(Locale.ROOT);
        }
    }

    /** Composes what a prefix is made of. */
    @Fault("list_comparesAPrefixExactly")
    static class NormalisingListing extends PrefixChangingListing {
        @Override
        String changed(String prefix) {
            return Normalizer.normalize(prefix, Form.NFC);
        }
    }

    /** Takes an empty prefix for an empty address. */
    @Fault("list_findsEverybodyByAnEmptyPrefix")
    static class EmptyHandedListing extends PrefixChangingListing {
        @Override
        String changed(String prefix) {
            return prefix.isEmpty() ? "\0" : prefix;
        }
    }

    /** Lets the driver refuse what it cannot encode. */
    @Fault("list_findsNobodyByAPrefixThatNoAddressHas")
    static class RefusingListing extends PrefixChangingListing {
        @Override
        String changed(String prefix) {
            if (Hostile.isNoIdAtAll(prefix + "@")) {
                throw new IllegalStateException("invalid byte sequence for encoding \"UTF8\"");
            }
            return prefix;
        }
    }

    /** Counts without regard to the prefix. */
    @Fault({"count_agreesWithTheList", "list_findsNobodyByAPrefixThatNoAddressHas"})
    static class PrefixlessCountListing extends BrokenListing {
        @Override
        public long count(UserFilter filter) {
            return super.count(withPrefix(filter, null));
        }
    }

    /** Counts without regard to the flags. */
    @Fault("count_agreesWithTheList")
    static class FlaglessCountListing extends BrokenListing {
        @Override
        public long count(UserFilter filter) {
            return super.count(withPrefix(UserFilter.ALL, filter.emailPrefix()));
        }
    }

    private static Predicate<String> matching(String prefix, String any, String one) {
        if (prefix.length() > MAX_EMAIL_LENGTH) {
            return email -> false;
        }
        String quoted = "\\Q" + prefix + "\\E";
        String regex = quoted.replace(any, "\\E.*\\Q").replace(one, "\\E.\\Q") + ".*";
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    private static UserFilter withPrefix(UserFilter filter, @Nullable String prefix) {
        return new UserFilter(filter.active(), filter.superuser(), filter.verified(), prefix);
    }
}
