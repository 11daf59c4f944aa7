package org.convergence.plan.actionplan.web;

import java.util.List;

/**
 * The form of an action's follow-up.
 *
 * @param names suggested names of people
 */
public record ActionFollowUpPage(PlanFormPage form, List<String> names) {}
