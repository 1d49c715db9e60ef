package dev.usher.testkit;

import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import dev.usher.spi.UserPage.Request;
import java.util.Comparator;
import java.util.List;

/** Listings that cut or order pages wrongly. */
final class UserListingPageFaults {

    private UserListingPageFaults() {}

    /** Changes every page on its way out. */
    abstract static class ChangingListing extends BrokenListing {

        abstract UserPage<Knight> changed(UserPage<Knight> page, Request request);

        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            return changed(super.list(filter, request), request);
        }
    }

    /** Asks for the last of no users. */
    @Fault("list_isOneEmptyPageIfThereIsNobody")
    static class ThrowingListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            if (count(UserFilter.ALL) == 0) {
                throw new IndexOutOfBoundsException(-1);
            }
            return page;
        }
    }

    /** Reads some columns only. */
    @Fault("list_givesUsersWithEveryProperty")
    static class PartialListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            page.users().forEach(user -> user.hashedPassword(""));
            return page;
        }
    }

    /** Starts a page after the first user who is not on the one before. */
    @Fault({
        "list_visitsEveryUserOnceInPagesOfAnySize",
        "list_byEmailIsOrderedByTheBytesOfUtf8",
        "list_hasNoNextPageAfterAFullLastPage",
        "list_missesAndRepeatsNobodyWhileOthersComeAndGo",
        "list_filtersBeforeItCutsIntoPages",
        "list_refusesAKeyThatIsNone",
        "list_refusesAKeyOfTheOtherOrder",
    })
    static class SkippingListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            UserPage<Knight> page = super.list(filter, request);
            return page.next() == null
                    ? page
                    : new UserPage<>(
                            page.users(), super.list(filter, longer(request)).next());
        }

        private static Request longer(Request request) {
            return new Request(request.order(), request.after(), request.limit() + 1);
        }
    }

    /** Begins anew with each page. */
    @Fault({
        "list_visitsEveryUserOnceInPagesOfAnySize",
        "list_byEmailIsOrderedByTheBytesOfUtf8",
        "list_hasNoNextPageAfterAFullLastPage",
        "list_missesAndRepeatsNobodyWhileOthersComeAndGo",
        "list_goesOnFromAUserWhoIsGone",
        "list_filtersBeforeItCutsIntoPages",
        "list_refusesAKeyThatIsNone",
        "list_refusesAKeyOfTheOtherOrder",
    })
    static class EndlessListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            return super.list(filter, new Request(request.order(), null, request.limit()));
        }
    }

    /** Sorts addresses as Java does, surrogates before U+E000. */
    @Fault("list_byEmailIsOrderedByTheBytesOfUtf8")
    static class Utf16OrderedListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            return sorted(
                    page, request, Comparator.comparing(user -> user.email().value()));
        }
    }

    /** Sorts addresses as a dictionary does. */
    @Fault("list_byEmailIsOrderedByTheBytesOfUtf8")
    static class CollatedListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            return sorted(
                    page,
                    request,
                    Comparator.comparing(
                            user -> user.email().value().replaceAll("[-_.]", ""), String.CASE_INSENSITIVE_ORDER));
        }
    }

    /** Says that there is more where the page is full. */
    @Fault("list_hasNoNextPageAfterAFullLastPage")
    static class OptimisticListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            List<Knight> users = page.users();
            boolean full = users.size() == request.limit();
            return full ? new UserPage<>(users, key(request.order(), users.get(users.size() - 1))) : page;
        }

        private static String key(Order order, Knight last) {
            return order + ":" + (order == Order.ID ? last.id() : last.email());
        }
    }

    /** Counts users instead of remembering one. */
    @Fault({"list_missesAndRepeatsNobodyWhileOthersComeAndGo", "list_goesOnFromAUserWhoIsGone"})
    static class OffsetListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            int offset = offset(request);
            int end = offset + request.limit();
            List<Knight> all = super.list(filter, new Request(request.order(), null, Request.MAX_LIMIT))
                    .users();
            return new UserPage<>(
                    all.subList(Math.min(offset, all.size()), Math.min(end, all.size())),
                    end < all.size() ? request.order() + " " + end : null);
        }

        private static int offset(Request request) {
            String after = request.after() == null ? request.order() + " 0" : request.after();
            if (!after.startsWith(request.order() + " ")) {
                throw new IllegalArgumentException("no offset of this order");
            }
            return Integer.parseInt(after.substring(after.indexOf(' ') + 1));
        }
    }

    /** Looks the user up that a key was made of. */
    @Fault({"list_missesAndRepeatsNobodyWhileOthersComeAndGo", "list_goesOnFromAUserWhoIsGone"})
    static class ForgettingListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            String after = request.after();
            boolean gone = after != null
                    && knights.findAll().stream()
                            .noneMatch(user -> after.endsWith(":" + user.id()) || after.endsWith(":" + user.email()));
            return gone ? new UserPage<>(List.of(), null) : page;
        }
    }

    /** Reads on a connection of its own. */
    @Fault("list_seesWhatItsOwnTransactionWrote")
    static class TwoConnectionsListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            return transactions.current() == null
                    ? super.list(filter, request)
                    : Race.elsewhere(() -> super.list(filter, request));
        }
    }

    /** Stores at commit what was changed in the objects. */
    @Fault("list_doesNotStoreChangesOfTheObjects")
    static class DirtyCheckingListing extends ChangingListing {
        @Override
        UserPage<Knight> changed(UserPage<Knight> page, Request request) {
            if (transactions.current() != null) {
                page.users().forEach(user -> transactions.afterCommit(() -> users().update(user)));
            }
            return page;
        }
    }

    /** Takes what is no key for the beginning. */
    @Fault({"list_refusesAKeyThatIsNone", "list_refusesAKeyOfTheOtherOrder"})
    static class LenientListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            try {
                return super.list(filter, request);
            } catch (IllegalArgumentException e) {
                return super.list(filter, new Request(request.order(), null, request.limit()));
            }
        }
    }

    /** Goes on from an address or an id, whichever it is given. */
    @Fault("list_refusesAKeyOfTheOtherOrder")
    static class UntaggedListing extends BrokenListing {
        @Override
        public UserPage<Knight> list(UserFilter filter, Request request) {
            String after = request.after();
            boolean others = after != null && after.startsWith(other(request.order()) + ":");
            return super.list(filter, others ? new Request(other(request.order()), after, request.limit()) : request);
        }

        private static Order other(Order order) {
            return order == Order.ID ? Order.EMAIL : Order.ID;
        }
    }

    private static UserPage<Knight> sorted(UserPage<Knight> page, Request request, Comparator<Knight> order) {
        return request.order() == Order.ID
                ? page
                : new UserPage<>(page.users().stream().sorted(order).toList(), page.next());
    }
}
