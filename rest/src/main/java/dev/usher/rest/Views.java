package dev.usher.rest;

import dev.usher.User;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes views of users; finds the constructor of each view class once. */
final class Views {

    private static final ClassValue<MethodHandle> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> view) {
            try {
                return MethodHandles.publicLookup().findConstructor(view, MethodType.methodType(void.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        view.getName() + " must be public with a public constructor without parameters", e);
            }
        }
    };

    private Views() {}

    @SuppressWarnings("unchecked") // the constructor of R makes an R, and the application pairs R with U
    static <U extends User<?>, R extends UserRead<?>> R of(Class<R> view, U user) {
        UserRead<U> read;
        try {
            read = (UserRead<U>) CONSTRUCTORS.get(view).invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(view.getName() + " cannot be made", e);
        }
        read.readFrom(user);
        return (R) read;
    }
}
