package org.convergence.plan.actionplan;

import java.util.function.Function;

/**
 * Something that one can do for an action from wherever it is listed, contributed by the module that does it: a bean of
 * this type.
 *
 * @param key message with its name
 * @param permission without which it is not offered
 * @param url where it is done, for an action
 */
public record LineGesture(String key, String permission, Function<ActionId, String> url) {}
