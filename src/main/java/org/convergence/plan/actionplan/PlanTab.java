package org.convergence.plan.actionplan;

import java.util.function.Function;

/**
 * A tab of a plan's pages, contributed by another module as a bean of this type.
 *
 * @param order position among the tabs, in tens; those of this module are 10 to 40
 * @param key message key of its label
 * @param permission the permission needed to see it
 * @param url its address for a plan
 */
public record PlanTab(int order, String key, String permission, Function<PlanId, String> url) {}
