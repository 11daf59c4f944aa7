package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.document.Document;

/**
 * The form of a point of an agenda, with its papers.
 *
 * @param meeting the address of its meeting
 * @param largest bytes that one paper may have
 */
public record ItemPage(FormPage frame, String meeting, List<Document> papers, long largest) {}
