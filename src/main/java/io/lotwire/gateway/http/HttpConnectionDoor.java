package io.lotwire.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at one HTTP connection: whether it is one too many, and whether it says anything. */
final class HttpConnectionDoor extends ChannelInboundHandlerAdapter {
    private static final String SENTENCE = "As many connections are open as the server takes; please come later.\r\n";
    private static final String LATER = "HTTP/1.1 503 Service Unavailable\r\n"
            + "Retry-After: 60\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
            + SENTENCE.length() + "\r\n\r\n" + SENTENCE;

    /** Until then the client has read the answer; closed at once, what it still sends would take that away from it. */
    private static final Duration TO_READ = Duration.ofSeconds(1);

    private final Duration firstByte;
    private Future<?> end;
    private boolean counted;
    private boolean refused;

    HttpConnectionDoor(Duration firstByte) {
        this.firstByte = firstByte;
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        counted = true;
        refused = !HttpConnections.enter();
        if (refused) {
            refuse(connection);
            return;
        }
        end = connection
                .executor()
                .schedule(() -> closeSilent(connection), firstByte.toMillis(), TimeUnit.MILLISECONDS);
        connection.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (refused) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        if (end != null) {
            end.cancel(false);
            end = null;
        }
        connection.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        if (counted) {
            counted = false;
            HttpConnections.leave();
        }
        if (end != null) {
            end.cancel(false);
        }
        connection.fireChannelInactive();
    }

    private static void closeSilent(ChannelHandlerContext connection) {
        HttpConnections.saidNothing();
        close(connection);
    }

    private static void close(ChannelHandlerContext connection) {
        ChannelFuture unused = connection.close();
    }

    /** In TLS nothing can be said before the handshake, which is the dear part. */
    private void refuse(ChannelHandlerContext connection) {
        if (connection.pipeline().get(SslHandler.class) != null
                || !(connection.channel() instanceof DuplexChannel channel)) {
            close(connection);
            return;
        }
        ChannelFuture unused = connection
                .writeAndFlush(Unpooled.copiedBuffer(LATER, StandardCharsets.US_ASCII))
                .addListener(written -> {
                    ChannelFuture unusedToo = channel.shutdownOutput();
                });
        end = connection.executor().schedule(() -> close(connection), TO_READ.toMillis(), TimeUnit.MILLISECONDS);
    }
}
