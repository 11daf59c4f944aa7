package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form of a meeting.
 *
 * @param bodies those that may meet; empty where the body is known
 * @param tells whether those who were convened are told of what changes
 */
public record MeetingFormPage(FormPage frame, List<Option> bodies, List<Option> places, boolean tells) {}
