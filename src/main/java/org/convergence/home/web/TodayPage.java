package org.convergence.home.web;

import org.convergence.home.domain.Today;

/** The home page of today. */
public record TodayPage(Today today) {}
