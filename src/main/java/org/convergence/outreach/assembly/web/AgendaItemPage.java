package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.document.Document;

/**
 * The form of an agenda item, with its papers.
 *
 * @param meeting the address of its meeting
 * @param largest maximum size of a paper, in bytes
 */
public record AgendaItemPage(AssemblyFormPage frame, String meeting, List<Document> papers, long largest) {}
