package org.convergence.resources.declaration.domain;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an organisation.
 *
 * @param number of people
 * @param saidBy the author: a name, a function, or both
 * @param remark {@code null} for none
 */
public record HeadcountAnswer(
        int number, String saidBy, @Nullable String remark) {}
