package io.lotwire.as2.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over a connection. Unlike the library's way, it hears a server that answers and hangs up before
 * it has read the whole message, and it tells a kept connection that was closed meanwhile from one that broke.
 */
final class ConnectionUse extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback unused,
            HttpContext local)
            throws IOException, HttpException {
        HttpCoreContext context = HttpCoreContext.cast(local);
        EndpointDetails details = connection.getEndpointDetails();
        context.setSSLSession(connection.getSSLSession());
        context.setEndpointDetails(details);
        boolean kept = details.getResponseCount() > 0;
        long receivedBefore = details.getReceivedBytesCount();
        try {
            send(request, connection);
            return answer(request, connection);
        } catch (IOException broken) {
            connection.close(CloseMode.IMMEDIATE);
            throw kept && details.getReceivedBytesCount() == receivedBefore
                    ? new ClosedMeanwhileException(broken)
                    : broken;
        } catch (HttpException | RuntimeException wrong) {
            connection.close(CloseMode.IMMEDIATE);
            throw wrong;
        }
    }

    private static void send(ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        try {
            connection.sendRequestHeader(request);
            if (request.getEntity() != null) {
                connection.sendRequestEntity(request);
            }
            connection.flush();
        } catch (IOException broken) {
            if (!hasAnswered(connection)) {
                throw broken;
            }
        }
    }

    private static boolean hasAnswered(HttpClientConnection connection) {
        try {
            return connection.isDataAvailable(Timeout.ONE_MILLISECOND);
        } catch (IOException nothingCame) {
            return false;
        }
    }

    private static ClassicHttpResponse answer(ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_SUCCESS) {
            if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                throw new ProtocolException("Invalid response: " + new StatusLine(response));
            }
            response = connection.receiveResponseHeader();
        }
        if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            connection.receiveResponseEntity(response);
        }
        return response;
    }
}
