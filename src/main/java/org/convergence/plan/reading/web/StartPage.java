package org.convergence.plan.reading.web;

import java.util.List;
import org.convergence.plan.reading.domain.PlanImport;
import org.convergence.platform.shell.Form;

/** Choosing the file, with the readings that wait to become a plan. */
public record StartPage(Form form, List<PlanImport.Waiting> waiting) {}
