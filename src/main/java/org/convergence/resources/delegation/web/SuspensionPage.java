package org.convergence.resources.delegation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The form that suspends a member's votes. */
public record SuspensionPage(String member, String action, Form form, List<Option> decisions) {}
