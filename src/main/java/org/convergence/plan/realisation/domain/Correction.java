package org.convergence.plan.realisation.domain;

import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Telling;

/** A realisation as somebody wants it to be. Of one that comes from a source, only the telling is taken. */
public record Correction(Happening happening, Amounts amounts, Telling telling) {}
