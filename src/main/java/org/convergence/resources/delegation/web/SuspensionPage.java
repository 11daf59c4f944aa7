package org.convergence.resources.delegation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** A decision that takes a member's votes away, on a page of its own. */
public record SuspensionPage(String member, String action, Form form, List<Option> decisions) {}
