package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form of a meeting.
 *
 * @param bodies options; empty if the body is known
 * @param tells whether people already convened are informed of changes
 */
public record MeetingFormPage(AssemblyFormPage frame, List<Option> bodies, List<Option> places, boolean tells) {}
