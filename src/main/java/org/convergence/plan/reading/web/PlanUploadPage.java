package org.convergence.plan.reading.web;

import java.util.List;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.platform.shell.Form;

/** Choice of the file, with the pending drafts. */
public record PlanUploadPage(Form form, List<PlanImportService.PendingImportDraft> waiting) {}
