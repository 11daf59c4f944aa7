package org.convergence.resources.dues.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation is asked for its dues.
 *
 * @param said in sentences; empty where nothing was said
 * @param edit where it is said; {@code null} for who may not
 */
public record ArrangementPart(List<String> said, @Nullable String edit) {}
