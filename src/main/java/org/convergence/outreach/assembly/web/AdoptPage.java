package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * Minutes to be adopted.
 *
 * @param movers who may propose it at the later meeting; empty where nobody said yet who was there
 */
public record AdoptPage(FormPage frame, List<Option> movers) {}
