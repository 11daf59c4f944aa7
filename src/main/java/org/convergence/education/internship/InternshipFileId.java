package org.convergence.education.internship;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The file of a candidate. */
public record InternshipFileId(UUID value) implements Identifier {}
