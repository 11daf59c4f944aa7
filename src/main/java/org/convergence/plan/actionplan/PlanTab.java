package org.convergence.plan.actionplan;

import java.util.function.Function;

/**
 * A view of a plan that another module contributes beside those of this one: a bean of this type.
 *
 * @param order among the views, in tens; those of this module are 10 to 40
 * @param key message with its name
 * @param permission without which it is not offered
 * @param url its address for a plan
 */
public record PlanTab(int order, String key, String permission, Function<PlanId, String> url) {}
