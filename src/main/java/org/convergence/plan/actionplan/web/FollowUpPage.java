package org.convergence.plan.actionplan.web;

import java.util.List;

/**
 * The form of an action's follow-up.
 *
 * @param names of people that may be meant
 */
public record FollowUpPage(FormPage form, List<String> names) {}
