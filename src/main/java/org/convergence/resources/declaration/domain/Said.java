package org.convergence.resources.declaration.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation answers.
 *
 * @param number of people
 * @param saidBy who says so: a name, a function, or both
 * @param remark what should be known of it, {@code null} for nothing
 */
public record Said(int number, String saidBy, @Nullable String remark) {}
