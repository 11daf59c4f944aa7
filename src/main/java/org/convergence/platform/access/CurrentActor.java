package org.convergence.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor of the current thread. */
public final class CurrentActor {

    private CurrentActor() {}

    /** The actor of the running request or job; a visitor if none is signed in. */
    public static Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ActorAuthentication known ? known.getPrincipal() : Actor.VISITOR;
    }

    /**
     * A piece of work.
     *
     * @param <X> the checked exception that it may throw; for most, none
     */
    @FunctionalInterface
    public interface ActorWork<T extends @Nullable Object, X extends Exception> {
        T call() throws X;
    }

    /** Runs work as an actor, then restores the thread's actor. */
    public static <T extends @Nullable Object, X extends Exception> T callAs(Actor actor, ActorWork<T, X> work)
            throws X {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext mine = SecurityContextHolder.createEmptyContext();
        mine.setAuthentication(new ActorAuthentication(actor));
        SecurityContextHolder.setContext(mine);
        try {
            return work.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** As {@link #callAs}, for work without a result or checked exception. */
    public static void runAs(Actor actor, Runnable work) {
        callAs(actor, () -> {
            work.run();
            return true;
        });
    }
}
