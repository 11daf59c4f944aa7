package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The leaflets of a member, on its page.
 *
 * @param files address and period of each, the latest first
 */
public record ImpactPart(List<Option> files) {}
