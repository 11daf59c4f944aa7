package org.convergence.directory.consent.web;

import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The organisation's identity under the laws on messages. */
public record SenderIdentityPage(Form form, @Nullable Conflict conflict, ChangeHistory history) {}
