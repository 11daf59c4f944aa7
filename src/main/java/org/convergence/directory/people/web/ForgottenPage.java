package org.convergence.directory.people.web;

import java.time.LocalDate;

/** What is left of somebody who was forgotten: nothing but the day. */
public record ForgottenPage(LocalDate day) {}
