package org.convergence.platform.rendering;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * The layout writes the title of a link as alternative text of its structure element only; PDF/UA-1 (ISO 14289-1,
 * 7.18.5) also asks for it in the annotation.
 */
final class PdfLinkDescriptions {

    private PdfLinkDescriptions() {}

    static void copyToAnnotations(PDDocument document) throws IOException {
        PDNumberTreeNode parents =
                document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        Map<Integer, COSObjectable> elements = parents.getNumbers();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                COSObjectable element = elements.get(annotation.getStructParent());
                if (annotation instanceof PDAnnotationLink
                        && element != null
                        && element.getCOSObject() instanceof COSDictionary link) {
                    annotation.setContents(link.getString(COSName.ALT));
                }
            }
        }
    }
}
