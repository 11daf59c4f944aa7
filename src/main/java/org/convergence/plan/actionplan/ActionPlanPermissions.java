package org.convergence.plan.actionplan;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class ActionPlanPermissions implements PermissionCatalogue {

    /** See the plans and how far they are. */
    public static final String READ = "actionplan.read";

    /** Write a plan as long as it is a draft. */
    public static final String DRAFT = "actionplan.draft";

    /** Follow up on actions: people, windows, effort, states, how things are done. */
    public static final String FOLLOW_UP = "actionplan.followUp";

    /** Say that a body adopted a plan, take that back, close a plan. */
    public static final String ADOPT = "actionplan.adopt";

    /** Change an adopted plan: texts, commitments, targets, what is in it. */
    public static final String AMEND = "actionplan.amend";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ),
                new Permission(DRAFT, Nature.EDIT),
                new Permission(FOLLOW_UP, Nature.EDIT),
                new Permission(ADOPT, Nature.DECIDE),
                new Permission(AMEND, Nature.DECIDE));
    }
}
