package org.convergence.platform.shell.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Passes the request's {@link Form} to a controller. */
final class FormArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Form resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        MultipartRequest files = request.getNativeRequest(MultipartRequest.class);
        Map<String, List<MultipartFile>> chosen =
                files == null ? Map.of() : new LinkedHashMap<>(files.getMultiFileMap());
        return Form.ofRequest(request.getParameterMap(), chosen);
    }
}
