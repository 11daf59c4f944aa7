package org.convergence.education.internship;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A call for interns, and its cohort. */
public record InternshipCallId(UUID value) implements Identifier {}
