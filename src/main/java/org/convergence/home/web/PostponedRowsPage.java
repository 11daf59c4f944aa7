package org.convergence.home.web;

import java.util.List;
import org.convergence.home.domain.Today;

/** The current user's postponed rows. */
public record PostponedRowsPage(List<Today.PostponedRow> lines) {}
