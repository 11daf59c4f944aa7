package org.convergence.plan.actionplan;

import java.util.function.Function;

/**
 * A link offered for an action wherever it is listed, contributed by another module as a bean of this type.
 *
 * @param key message key of its label
 * @param permission the permission needed to see it
 * @param url its address for an action
 */
public record LineShortcut(String key, String permission, Function<ActionId, String> url) {}
