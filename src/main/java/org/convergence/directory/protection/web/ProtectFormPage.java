package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be protected.
 *
 * @param known what she is called where she stands in the directory, {@code null} for somebody new
 */
public record ProtectFormPage(@Nullable String known, String action, String cancel, Form form, List<Option> openers) {}
