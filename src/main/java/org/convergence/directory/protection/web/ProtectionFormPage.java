package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form that protects a person.
 *
 * @param known the person's name in the directory, {@code null} for a new person
 */
public record ProtectionFormPage(
        @Nullable String known, String action, String cancel, Form form, List<Option> openers) {}
