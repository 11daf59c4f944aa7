package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * What was told to a member, on its page.
 *
 * @param files each with its address and its period, the latest first
 */
public record RelayPart(List<Option> files) {}
