package org.convergence.directory.theme;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A theme, whose page is its dossier. */
public record ThemeId(UUID value) implements Identifier {}
