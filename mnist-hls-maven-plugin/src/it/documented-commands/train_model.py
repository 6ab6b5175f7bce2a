import torch
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.fc = nn.Linear(6 * 14 * 14, 10)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.round(x * 256) / 256
        x = torch.max_pool2d(x, 2)
        return self.fc(x.flatten(1))
