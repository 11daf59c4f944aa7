package org.convergence.resources.membership;

import java.util.UUID;

/** Published before an admission is undone as if it had not been entered. Stable name: {@code membership.undone}. */
public record AdmissionUndone(UUID membership) {}
