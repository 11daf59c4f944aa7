package org.convergence.home.web;

import org.convergence.home.domain.Today;

/** Today. */
public record TodayPage(Today today) {}
