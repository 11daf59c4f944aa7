package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** How an organisation wants to be asked for its dues. */
public record ArrangementPage(
        String name, String url, String action, Form form, Choosing payer, List<Option> languages) {}
