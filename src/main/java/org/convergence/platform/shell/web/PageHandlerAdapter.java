package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Reads a page in one read-only transaction, however many parts of the application contribute to it. The template is
 * rendered after its end: a slow reader holds no connection.
 */
class PageHandlerAdapter extends RequestMappingHandlerAdapter {

    private final PlatformTransactionManager transactions;

    PageHandlerAdapter(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        if (!HttpMethod.GET.matches(request.getMethod())
                || handler.getReturnType().getParameterType() != ModelAndView.class) {
            return super.invokeHandlerMethod(request, response, handler);
        }
        var readOnly = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRED);
        readOnly.setReadOnly(true);
        TransactionStatus page = transactions.getTransaction(readOnly);
        try {
            return super.invokeHandlerMethod(request, response, handler);
        } finally {
            // Nothing was written; unlike a commit, this does not fail where a part was refused and the page went on.
            transactions.rollback(page);
        }
    }
}
