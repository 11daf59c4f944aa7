package org.convergence.home.web;

import java.util.List;
import org.convergence.home.domain.Today;

/** What one put off. */
public record LaterPage(List<Today.Later> lines) {}
