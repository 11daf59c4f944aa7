package org.convergence.plan.actionplan;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ActionPlanPermissions implements PermissionCatalogue {

    /** Read the plans and their progress. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "actionplan.read";

    /** Edit a plan while it is a draft. */
    @OfNature(PermissionNature.EDIT)
    public static final String DRAFT = "actionplan.draft";

    /** Edit the follow-up of actions: people, windows, effort, states, how-tos. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW_UP = "actionplan.followUp";

    /** Record that a body adopted a plan, undo that, close a plan. */
    @OfNature(PermissionNature.DECIDE)
    public static final String ADOPT = "actionplan.adopt";

    /** Amend an adopted plan: texts, commitments, targets, lines added or dropped. */
    @OfNature(PermissionNature.DECIDE)
    public static final String AMEND = "actionplan.amend";
}
