package org.convergence.plan.preparation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * Where one says in the papers of which meeting the comparison is put.
 *
 * @param adoption the decision that is asked for with it
 * @param back the address of the comparison
 * @param meetings those that come
 */
public record ComparedHandInPage(String title, String adoption, String back, Form form, List<Option> meetings) {}
