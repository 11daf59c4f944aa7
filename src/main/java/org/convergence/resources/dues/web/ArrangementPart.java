package org.convergence.resources.dues.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arrangement by which an organisation pays its dues.
 *
 * @param said in sentences; empty where nothing is stored
 * @param edit the address of the form; {@code null} without permission
 */
public record ArrangementPart(List<String> said, @Nullable String edit) {}
