package org.convergence.platform.access;

import java.util.concurrent.Callable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The one who acts in this thread. */
public final class CurrentActor {

    private CurrentActor() {}

    /** The actor of the running request or job; a visitor where nobody signed in. */
    public static Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ActorAuthentication known ? known.getPrincipal() : Actor.VISITOR;
    }

    /** Runs a piece of work in somebody's name and gives the thread back as it was. */
    public static <T> T callAs(Actor actor, Callable<T> work) throws Exception {
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

    /** As {@link #callAs}, for work that answers nothing and throws nothing checked. */
    public static void runAs(Actor actor, Runnable work) {
        try {
            callAs(actor, () -> {
                work.run();
                return true;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
