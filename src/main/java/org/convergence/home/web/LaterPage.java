package org.convergence.home.web;

import java.util.List;
import org.convergence.home.domain.Today;

/** The current user's postponed rows. */
public record LaterPage(List<Today.PostponedRow> lines) {}
