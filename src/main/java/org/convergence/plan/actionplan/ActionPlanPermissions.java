package org.convergence.plan.actionplan;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ActionPlanPermissions implements PermissionCatalogue {

    /** Read the plans and their progress. */
    public static final String READ = "actionplan.read";

    /** Edit a plan while it is a draft. */
    public static final String DRAFT = "actionplan.draft";

    /** Edit the follow-up of actions: people, windows, effort, states, how-tos. */
    public static final String FOLLOW_UP = "actionplan.followUp";

    /** Record that a body adopted a plan, undo that, close a plan. */
    public static final String ADOPT = "actionplan.adopt";

    /** Amend an adopted plan: texts, commitments, targets, lines added or dropped. */
    public static final String AMEND = "actionplan.amend";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(DRAFT, PermissionNature.EDIT),
                new Permission(FOLLOW_UP, PermissionNature.EDIT),
                new Permission(ADOPT, PermissionNature.DECIDE),
                new Permission(AMEND, PermissionNature.DECIDE));
    }
}
