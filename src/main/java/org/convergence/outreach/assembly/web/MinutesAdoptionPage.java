package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form that adopts minutes.
 *
 * @param movers possible proposers at the later meeting; empty if its attendance is not recorded yet
 */
public record MinutesAdoptionPage(AssemblyFormPage frame, List<Option> movers) {}
