package org.convergence.plan.actionplan.domain;

import java.util.Set;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.Permission;
import org.convergence.platform.database.Ids;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs each test as an actor with all permissions on plans. */
class CoordinatorExtension implements BeforeEachCallback, AfterEachCallback {

    static final Actor COORDINATOR = new Actor(
            Ids.next(),
            "La coordonnatrice",
            null,
            "fr",
            Set.copyOf(new ActionPlanPermissions()
                    .permissions().stream().map(Permission::key).toList()));

    @Override
    public void beforeEach(ExtensionContext test) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(COORDINATOR));
        SecurityContextHolder.setContext(context);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SecurityContextHolder.clearContext();
    }
}
